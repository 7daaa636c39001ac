import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';

export type Engine = 'chromium' | 'firefox' | 'webkit';
export const engines: readonly Engine[] = ['chromium', 'firefox', 'webkit'];

export interface Installed {
  engine: Engine;
  /** The programs to start; for WebKit its browser, its driver and a screen to draw on. */
  browser: string;
  driver?: string;
  screen?: string;
}

export interface Missing {
  engine: Engine;
  /** Why its tests are skipped, as a sentence. */
  reason: string;
}

const places = {
  chromium: [
    process.env['CHROMIUM'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  firefox: [process.env['FIREFOX'], '/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
  webkitDriver: [process.env['WEBKIT_DRIVER'], '/usr/bin/WebKitWebDriver'],
  screen: ['/usr/bin/Xvfb'],
} as const;

/** Looks for a browser engine on this machine. `CHROMIUM`, `FIREFOX`, `WEBKIT_DRIVER` and `MINIBROWSER` name programs elsewhere. */
export async function find(engine: Engine): Promise<Installed | Missing> {
  if (engine !== 'webkit') {
    const browser = firstThatExists(places[engine]);
    return browser ? { engine, browser } : missing(engine, engine === 'chromium' ? 'Chromium or Chrome' : 'Firefox');
  }
  const driver = firstThatExists(places.webkitDriver);
  const screen = firstThatExists(places.screen);
  const found = process.env['MINIBROWSER']
    ? [process.env['MINIBROWSER']]
    : await Array.fromAsync(glob('/usr/lib/*/webkit2gtk-4.*/MiniBrowser'));
  const browser = found.sort().at(-1);
  if (!driver || !browser) return missing(engine, 'WebKitGTK with its driver');
  if (!screen) return missing(engine, 'Xvfb, the screen WebKitGTK draws on,');
  return { engine, browser, driver, screen };
}

export function isInstalled(found: Installed | Missing): found is Installed {
  return 'browser' in found;
}

/** The Chromium of this machine, for tests that drive it themselves; undefined when there is none. */
export async function chromiumPath(): Promise<string | undefined> {
  const found = await find('chromium');
  return isInstalled(found) ? found.browser : undefined;
}

function firstThatExists(paths: readonly (string | undefined)[]): string | undefined {
  return paths.find((path) => path !== undefined && existsSync(path));
}

function missing(engine: Engine, name: string): Missing {
  return { engine, reason: `${name} is not installed: packages/testing/set-up-system.sh installs it on Debian` };
}
