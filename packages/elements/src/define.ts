import './define/text-input.ts';
