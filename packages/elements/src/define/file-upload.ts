import { define } from '@council-kit/core';
import { CouncilFileUpload } from '../file-upload/file-upload.ts';

define('council-file-upload', CouncilFileUpload);
