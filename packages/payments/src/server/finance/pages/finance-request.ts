import { cutText } from '@council-kit/core';
import type { FormFields, GatewayContext } from '@council-kit/gateway';
import type { Officer } from '../../settings.ts';

/** An officer's request. */
export interface FinanceRequest {
  readonly context: GatewayContext;
  readonly officer: Officer;
}

/** What every page stands on. */
export interface FinanceGround {
  /** @throws Problem 403 where it is nobody of the council's */
  signedIn(context: GatewayContext): Promise<FinanceRequest>;
  /** A form that was sent; it fits where it is this officer's, from the page at this path. */
  sent(
    context: GatewayContext,
    path: string,
  ): Promise<{ readonly request: FinanceRequest; readonly fields: FormFields; readonly fits: boolean }>;
}

/** A field's text, as much of it as any of these forms takes. */
export function textOf(fields: FormFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? cutText(value, 200, 'code-units') : '';
}
