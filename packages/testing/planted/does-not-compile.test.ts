import { nothing } from './no-such-file.ts';
it('is never run', () => nothing());
