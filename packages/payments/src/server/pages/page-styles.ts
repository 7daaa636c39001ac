import { PageStyles } from '@council-kit/gateway';
import { councilTaxBillStyles } from '../../tax-bill/tax-bill.styles.ts';

/** What the pages of payments need beside the elements' style sheet. */
export const pageStyles = new PageStyles('/payments.css', councilTaxBillStyles);
