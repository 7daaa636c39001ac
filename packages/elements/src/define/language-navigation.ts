import { define } from '@council-kit/core';
import { CouncilLanguageNavigation } from '../language-navigation/language-navigation.ts';

define('council-language-navigation', CouncilLanguageNavigation);
