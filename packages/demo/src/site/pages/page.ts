import type { Language } from '@council-kit/core';
import type { TemplateResult } from 'lit';

/** Where things are that a page links to. */
export interface Addresses {
  /** The path the gateway is mounted at. */
  readonly gateway: string;
  /** The back office that the sandbox plays. */
  readonly backOffice: string;
  /** GOV.UK Pay and the billing system that the sandbox plays. */
  readonly paymentPlatforms?: string;
}

/** One page of the council's own site. */
export interface SitePage {
  readonly title: string;
  readonly body: TemplateResult;
  readonly scripts?: readonly string[];
  readonly status?: 200 | 404 | 422;
}

export type SitePageMaker = (language: Language, addresses: Addresses, query: URLSearchParams) => SitePage;
