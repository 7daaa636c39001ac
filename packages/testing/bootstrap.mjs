// The first thing that runs after a clone, on whatever Node is there and with nothing installed:
// plain JavaScript, no imports but Node's own, nothing newer than Node 20.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { constants } from 'node:os';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..');
const nodeWanted = [22, 18];
const what = process.argv[2];
const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;
const script = scripts[`run:${what}`];

if (!script) {
  const known = Object.keys(scripts).filter((name) => name.startsWith('run:'));
  fail(`“${what ?? ''}” is not something to run. Known: ${known.map((name) => name.slice(4)).join(', ')}.`);
}
if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node 20 or newer is needed; this is ${process.version}.`);

const reason = whyInstall();
if (reason) {
  say(`Installing dependencies (${reason}): npm ci, a few minutes on a slow line.`);
  const code = await run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  if (code !== 0) fail('npm ci did not finish, so nothing was started. Its own message is above.', code);
}
if (!existsSync(join(root, 'node_modules', '.bin', 'node'))) needNewNode();

// Straight to the script with the PATH that `npm run` would give it: a second npm costs half a second and swallows signals.
process.exit(await run([replacingTheShell(script), ...process.argv.slice(3).map(quoted)].join(' '), [], { shell: true }));

/** Why `node_modules` has to be installed again, or undefined when it holds what the lock file says. */
function whyInstall() {
  const installedLock = join(root, 'node_modules', '.package-lock.json'); // npm writes it last, so half an install has none
  if (!existsSync(installedLock)) return existsSync(join(root, 'node_modules')) ? 'an earlier install did not finish' : 'first run';
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue; // the workspace's own folders: always current
    const found = installed[path];
    if (!found && !entry.optional) return `${name(path)} is missing`;
    if (found && found.version !== entry.version) return `${name(path)} is ${found.version}, ${entry.version} is wanted`;
  }
  return undefined;
}

function name(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Where npm has no Node to install (macOS, Windows) the machine's own has to be new enough. */
function needNewNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < nodeWanted[0] || (major === nodeWanted[0] && minor < nodeWanted[1])) {
    fail(`On this kind of machine Node ${nodeWanted.join('.')} or newer is needed (24 is best); this is ${process.version}.`);
  }
}

/** The last command of a script takes the shell's place: the shell would not pass a signal on to it. */
function replacingTheShell(line) {
  return process.platform === 'win32' ? line : line.replace(/[^;&|]+$/, (last) => ` exec ${last.trim()}`).trim();
}

/** What follows `--` goes on to the script, as it was written: `npm run bench -- gateway`. */
function quoted(word) {
  return process.platform === 'win32' ? `"${word.replaceAll('"', '')}"` : `'${word.replaceAll("'", "'\\''")}'`;
}

function run(command, args, options = {}) {
  return new Promise((done) => {
    const bin = join(root, 'node_modules', '.bin');
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
    let child;
    const forward = (signal) => {
      // Ctrl-C in a terminal reaches the whole process group: sending it on would deliver it twice.
      if (!(signal === 'SIGINT' && process.stdin.isTTY)) child?.kill(signal);
    };
    // Before the child is there: it can be running, and the signal here, before the next line is.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
    child = spawn(command, args, { cwd: root, stdio: 'inherit', env, shell: process.platform === 'win32', ...options });
    child.on('error', (error) => {
      say(error.message);
      done(1);
    });
    child.on('exit', (code, signal) => {
      for (const each of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(each, forward);
      done(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

function say(sentence) {
  process.stderr.write(`council-kit: ${sentence}\n`);
}

function fail(sentence, code = 1) {
  say(sentence);
  process.exit(code);
}
