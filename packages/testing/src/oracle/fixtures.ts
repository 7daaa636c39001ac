import { glob, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { root } from '../run/root.ts';

/** One published example of a GOV.UK Frontend component: its macro options, and the HTML they come to. */
export interface Fixture {
  component: string;
  name: string;
  options: Record<string, unknown>;
  html: string;
  /** Given by a call block instead of an option: the component's content, as HTML. */
  callBlock?: readonly string[];
}

/** Every example that GOV.UK Frontend publishes for tests like this one (https://frontend.design-system.service.gov.uk/testing-your-html/). */
export async function readFixtures(): Promise<Map<string, Fixture[]>> {
  const components = new Map<string, Fixture[]>();
  for await (const file of glob('node_modules/govuk-frontend/dist/govuk/components/*/fixtures.json', { cwd: root })) {
    const component = basename(dirname(file));
    const { fixtures } = JSON.parse(await readFile(join(root, file), 'utf8')) as { fixtures: Omit<Fixture, 'component'>[] };
    components.set(
      component,
      fixtures.map((fixture) => ({ ...fixture, component })),
    );
  }
  return new Map([...components].sort(([one], [other]) => one.localeCompare(other)));
}
