import type { Language } from '@council-kit/core';
import type { TemplateResult } from 'lit';
import type { Account } from '../../council/payment-platforms.ts';

/** Where things are that a page links to. */
export interface Addresses {
  /** The path the gateway is mounted at. */
  readonly gateway: string;
  /** The back office that the sandbox plays. */
  readonly backOffice: string;
  /** GOV.UK Pay and the billing system that the sandbox plays. */
  readonly paymentPlatforms?: string;
  /** A household to try the bill with: a visitor of the demonstration has had no letter. */
  readonly example?: Account;
}

/** One page of the council's own site. */
export interface SitePage {
  readonly title: string;
  readonly body: TemplateResult;
  readonly scripts?: readonly string[];
  readonly status?: 200 | 404 | 422;
}

export type SitePageMaker = (language: Language, addresses: Addresses, query: URLSearchParams) => SitePage;
