#!/usr/bin/env node
import { runCommand } from '@council-kit/sandbox';

await runCommand(process.argv.slice(2));
