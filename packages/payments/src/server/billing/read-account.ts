/** The columns of the nightly file, and one row of it: the account that it holds, or what is wrong with it. */
import { separatorProblem, type Values } from '@council-kit/gateway';
import * as v from 'valibot';
import { billingAccountSchema, type BillingAccount } from '../../contract/billing.ts';
import { faultsOf } from '../../rules/billing-faults.ts';

/** The columns: those of `BillingAccount`, by their names, in any order. Lists are JSON in their column; an empty cell is left out. */
export const billingColumns = [
  'account',
  'postcode',
  'year',
  'nation',
  'property',
  'issued',
  'authorities',
  'liabilities',
  'broughtForward',
  'received',
  'instalments',
  'twelve',
  'total',
  'directDebit',
] as const;
const needed = ['account', 'postcode', 'year', 'nation', 'issued', 'authorities', 'liabilities'] as const;
const jsonColumns = new Set<string>(['property', 'authorities', 'liabilities', 'received', 'instalments']);
const booleanColumns = new Set<string>(['twelve', 'directDebit']);
const numberColumns = new Set<string>(['year', 'broughtForward', 'total']);

/** The first row: the names of the columns, or a sentence about what is wrong with them. */
export function readColumns(values: Values): readonly string[] | { readonly problem: string } {
  if (!Array.isArray(values)) return { problem: `The first line must name the columns, but ${values.problem}.` };
  const separator = separatorProblem(values.join(','));
  if (separator !== undefined) return { problem: separator };
  const columns = values.map((name) => name.trim());
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0) return { problem: `The first line must name the columns. Missing: ${missing.join(', ')}.` };
  // A column that was dropped silently could be payments received under a mistyped name.
  const unknown = columns.filter((name) => !billingColumns.some((known) => known === name));
  if (unknown.length > 0)
    return {
      problem: `There is no column ${unknown.map((name) => `"${name}"`).join(' or ')}. Leave it out, or rename it: there are ${billingColumns.join(', ')}.`,
    };
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  return twice === undefined ? columns : { problem: `Two columns are named "${twice}". Leave one of them out.` };
}

/** The account of a row. What is wrong is told without what stands in it: the message may end in a log. */
export function readAccount(columns: readonly string[], values: readonly string[]): BillingAccount | { readonly problem: string } {
  if (values.length !== columns.length) return { problem: `The row has ${values.length} values for ${columns.length} columns.` };
  const facts: Record<string, unknown> = {};
  for (const [index, name] of columns.entries()) {
    const value = (values[index] ?? '').trim();
    if (value === '') continue;
    if (jsonColumns.has(name)) {
      try {
        facts[name] = JSON.parse(value);
      } catch {
        return { problem: `${name} is not JSON.` };
      }
    } else if (numberColumns.has(name)) facts[name] = /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
    else if (booleanColumns.has(name)) {
      const yes = /^(?:true|1|y|yes)$/i.test(value);
      if (!yes && !/^(?:false|0|n|no)$/i.test(value)) return { problem: `${name} must be true or false.` };
      facts[name] = yes;
    } else facts[name] = value;
  }
  const parsed = v.safeParse(billingAccountSchema, facts);
  if (!parsed.success) return { problem: `${v.getDotPath(parsed.issues[0]) ?? 'The row'} is not as it must be.` };
  const [fault] = faultsOf(parsed.output);
  return fault === undefined ? parsed.output : { problem: fault };
}
