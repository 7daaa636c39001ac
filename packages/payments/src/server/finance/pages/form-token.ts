import type { Ground } from '@council-kit/gateway';
import type { Officer } from '../../settings.ts';

/** Goes into a hidden field of a form: another site cannot know it, another officer's does not fit, another page's neither. */
export function formToken({ secrets }: Pick<Ground, 'secrets'>, officer: Officer, page: string): string {
  return secrets.sign('finance-form', JSON.stringify([officer.id, page]));
}

/** In constant time. */
export function tokenFits({ secrets }: Pick<Ground, 'secrets'>, officer: Officer, page: string, token: unknown): boolean {
  return typeof token === 'string' && secrets.matches('finance-form', JSON.stringify([officer.id, page]), token);
}
