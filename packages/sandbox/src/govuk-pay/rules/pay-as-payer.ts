import { testCard } from '../cards.ts';
import type { Payment, WalletType } from '../payment.ts';
import type { PayService } from './pay-service.ts';

/**
 * Pays as a payer would who opens the pages, types a card, answers the bank and confirms. Why that cannot be done, or nothing; that the card was
 * declined is no reason.
 */
export function payAsPayer({ paying }: PayService, payment: Payment, card = '4242424242424242', wallet?: WalletType): string | undefined {
  if (payment.authorisation_mode !== 'web') return 'Nobody pays this payment on the hosted pages.';
  if (!testCard(card)) return `${card} is not a test card.`;
  if (wallet && payment.set_up_agreement !== undefined) return 'No wallet pays what sets up an agreement.';
  if (payment.state.finished || payment.confirmed) return 'This payment takes no card any more.';
  paying.visit(payment);
  const outcome = paying.enterCard(payment, { number: card, expiry: '12/40', name: 'Test Payer', ...(wallet ? { wallet } : {}) });
  if (outcome === 'not-accepted') return 'This type of card is not accepted.';
  if (payment.awaitingBank) paying.answerBank(payment, true);
  paying.confirm(payment);
  return undefined;
}
