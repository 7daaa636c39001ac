import { define } from '@council-kit/core';
import { CouncilNotificationBanner } from '../notification-banner/notification-banner.ts';

define('council-notification-banner', CouncilNotificationBanner);
