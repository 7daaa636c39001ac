import '@council-kit/address/define/address-lookup.js';
