import * as v from 'valibot';

/** The one error contract: whatever found the mistake, it is told like this. `field` is the name of the form control. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** The schema of {@link FieldError}, for problem answers. */
export const fieldErrorSchema: v.GenericSchema<FieldError> = v.object({ field: v.string(), message: v.string() });
