#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`council-payments needs Node 22.18 or later; this is ${process.versions.node}.\n`);
  process.exit(1);
}
const { main } = await import('@council-kit/payments/command');
process.exit(await main(process.argv.slice(2)));
