import * as v from 'valibot';

/** The one error contract: whatever found the mistake, it is told like this. `field` is the name of the form control. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** The schema of {@link FieldError}, for problem answers. */
export const fieldErrorSchema: v.GenericSchema<FieldError> = v.object({ field: v.string(), message: v.string() });

/** The first message for a field, as the control shows it. */
export function errorFor(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}
