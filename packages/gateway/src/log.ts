/**
 * JSON lines without personal data. What is logged of a request is its method, route pattern, status and duration: never
 * its address, query, body, headers or client. Of an error, its type, code and stack frames: its message may quote what a
 * resident sent (`Unexpected token 'J', "Jane…" is not valid JSON`), and a database's error holds the row.
 */
import { pino, type DestinationStream, type Logger } from 'pino';
import { Problem } from './http/problem.ts';
import type { GatewaySettings } from './settings.ts';

export function createLog(level: GatewaySettings['logLevel'], destination?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

interface DescribedError {
  readonly type: string;
  readonly code?: string | number;
  readonly problem?: string;
  readonly stack?: string;
  readonly cause?: DescribedError;
}

/** What may be kept of an error. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    // Ours: a status and a code, no words from outside.
    ...(error instanceof Problem && { problem: error.message }),
    ...(frames && frames.length > 0 && { stack: frames.join('\n') }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
