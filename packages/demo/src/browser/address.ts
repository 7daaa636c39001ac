import '@council-kit/address/define/address-lookup.js';

// The server cannot write an error beside the search, which only the script shows.
const lookup = document.querySelector('council-address-lookup');
if (lookup && document.querySelector('.council-error-summary')) {
  lookup.required = true;
  lookup.check();
}
