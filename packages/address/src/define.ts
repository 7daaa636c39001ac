import './define/address-lookup.ts';
