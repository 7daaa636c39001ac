import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import type { BrowserLauncher, SessionResult } from '@web/test-runner-core';
import { codePoints } from './key-names.ts';
import type { Installed } from './engines.ts';

type MouseButton = 'left' | 'middle' | 'right';
const buttons: Record<MouseButton, number> = { left: 0, middle: 1, right: 2 };
const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } };

/**
 * WebKitGTK's own browser, driven over plain W3C WebDriver (https://www.w3.org/TR/webdriver2/).
 * The methods beside BrowserLauncher's are those that @web/test-runner-commands calls on a launcher of type `webdriver`.
 */
export class WebKitLauncher implements BrowserLauncher {
  readonly name = 'WebKit';
  readonly type = 'webdriver';
  /** A driver holds one session, and a session one window in front. */
  readonly concurrency = 1;
  readonly #installed: Installed;
  readonly #processes: ChildProcess[] = [];
  readonly #active = new Map<string, string>();
  #started: Promise<void> | undefined;
  #driver = '';
  #session = '';

  constructor(installed: Installed) {
    this.#installed = installed;
  }

  async startSession(id: string, url: string): Promise<void> {
    await (this.#started ??= this.#start());
    this.#active.set(id, url);
    await this.#command('POST', '/url', { url });
  }

  async startDebugSession(): Promise<void> {
    throw new Error('WebKit has no debug session here: debug in Chromium');
  }

  isActive(id: string): boolean {
    return this.#active.has(id);
  }

  getBrowserUrl(id: string): string | undefined {
    return this.#active.get(id);
  }

  async stopSession(id: string): Promise<SessionResult> {
    this.#active.delete(id);
    await this.#command('POST', '/url', { url: 'about:blank' });
    return {};
  }

  async stop(): Promise<void> {
    if (this.#session) await this.#command('DELETE', '').catch(() => undefined);
    this.#endProcesses();
  }

  /** Presses and releases the keys one after another. */
  async sendKeys(_id: string, keys: readonly string[]): Promise<void> {
    await this.keyActions(keys.flatMap((key) => [{ down: key }, { up: key }]));
  }

  async keyActions(steps: readonly ({ down: string } | { up: string })[]): Promise<void> {
    const actions = steps.map((step) =>
      'down' in step
        ? { type: 'keyDown', value: codePoints[step.down] ?? step.down }
        : { type: 'keyUp', value: codePoints[step.up] ?? step.up },
    );
    await this.#perform({ type: 'key', id: 'keyboard', actions });
  }

  async sendMouseMove(_id: string, x: number, y: number): Promise<void> {
    await this.#perform({ ...mouse, actions: [{ type: 'pointerMove', duration: 0, x, y }] });
  }

  async sendMouseDown(_id: string, button: MouseButton = 'left'): Promise<void> {
    await this.#perform({ ...mouse, actions: [{ type: 'pointerDown', button: buttons[button] }] });
  }

  async sendMouseUp(_id: string, button: MouseButton = 'left'): Promise<void> {
    await this.#perform({ ...mouse, actions: [{ type: 'pointerUp', button: buttons[button] }] });
  }

  async sendMouseClick(_id: string, x: number, y: number, button: MouseButton = 'left'): Promise<void> {
    const press = { button: buttons[button] };
    await this.#perform({
      ...mouse,
      actions: [
        { type: 'pointerMove', duration: 0, x, y },
        { type: 'pointerDown', ...press },
        { type: 'pointerUp', ...press },
      ],
    });
  }

  async resetMouse(): Promise<void> {
    await this.#command('DELETE', '/actions');
  }

  async takeScreenshot(): Promise<Buffer> {
    return Buffer.from(String(await this.#command('GET', '/screenshot')), 'base64');
  }

  /**
   * Sizes the window; its page is as wide, and lower by the browser's own bar.
   * @returns the width it got: its bar keeps it from being as narrow as a phone.
   */
  async setWindow(width: number, height: number): Promise<number> {
    const got = (await this.#command('POST', '/window/rect', { width, height })) as { width: number };
    return got.width;
  }

  async #start(): Promise<void> {
    const display = await this.#startScreen();
    const port = await freePort();
    const env = { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1' };
    this.#spawn(this.#installed.driver ?? 'WebKitWebDriver', [`--port=${port}`], env);
    this.#driver = `http://127.0.0.1:${port}`;
    await this.#untilReady();
    const webkitOptions = { binary: this.#installed.browser, args: ['--automation'] };
    const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': webkitOptions } };
    const created = await this.#call('POST', '/session', { capabilities });
    this.#session = (created as { sessionId: string }).sessionId;
  }

  /** A screen that finds a free number itself and says which it took. */
  #startScreen(): Promise<string> {
    const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
    const screen = spawn(this.#installed.screen ?? 'Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    this.#keep(screen);
    return new Promise((ready, refuse) => {
      screen.on('error', refuse);
      screen.on('exit', (code) => refuse(new Error(`Xvfb ended with ${code} before it was ready`)));
      screen.stdio[3]?.once('data', (number: Buffer) => ready(`:${String(number).trim()}`));
    });
  }

  async #untilReady(): Promise<void> {
    const deadline = performance.now() + 20_000;
    for (;;) {
      try {
        await this.#call('GET', '/status');
        return;
      } catch (error) {
        if (performance.now() > deadline) throw error;
        await new Promise((done) => setTimeout(done, 50));
      }
    }
  }

  #spawn(command: string, args: string[], env: NodeJS.ProcessEnv): void {
    this.#keep(spawn(command, args, { env, stdio: 'ignore' }));
  }

  #keep(child: ChildProcess): void {
    if (this.#processes.length === 0) process.on('exit', this.#endProcesses);
    this.#processes.push(child);
  }

  readonly #endProcesses = (): void => {
    for (const child of this.#processes.splice(0).reverse()) child.kill();
    process.off('exit', this.#endProcesses);
  };

  #perform(source: object): Promise<unknown> {
    return this.#command('POST', '/actions', { actions: [source] });
  }

  #command(method: string, path: string, body?: object): Promise<unknown> {
    return this.#call(method, `/session/${this.#session}${path}`, body);
  }

  async #call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.#driver}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } };
    if (!response.ok) throw new Error(`WebKitWebDriver, ${method} ${path}: ${value.error} ${value.message}`);
    return value;
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
