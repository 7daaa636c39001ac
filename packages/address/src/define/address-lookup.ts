import { define } from '@council-kit/core';
import '@council-kit/elements/define/combobox.js';
import { CouncilAddressLookup } from '../address-lookup/address-lookup.ts';

define('council-address-lookup', CouncilAddressLookup);
