import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'choose'
  | 'chooseOne'
  | 'drop'
  | 'dropOne'
  | 'entered'
  | 'left'
  | 'list'
  | 'waiting'
  | 'preparing'
  | 'uploading'
  | 'taken'
  | 'chosen'
  | 'removed'
  | 'remove'
  | 'again'
  | 'notAPhoto'
  | 'type'
  | 'empty'
  | 'size'
  | 'count'
  | 'unreachable';

/** The errors are worded as https://design-system.service.gov.uk/components/file-upload/#error-messages has them. */
export const fileUploadMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    choose: 'Choose files',
    chooseOne: 'Choose file',
    drop: 'or drop files',
    dropOne: 'or drop file',
    entered: 'Entered drop zone',
    left: 'Left drop zone',
    list: 'Chosen files',
    waiting: 'Waiting to upload',
    preparing: 'Getting ready to upload',
    uploading: 'Uploading, {percent}% done',
    taken: 'Uploaded',
    chosen: 'Ready to send',
    removed: '{name} removed',
    remove: 'Remove',
    again: 'Try again',
    notAPhoto: 'The selected file must be a photo',
    type: 'The selected file must be a {types}',
    empty: 'The selected file is empty',
    size: 'The selected file must be smaller than {size}',
    count: { one: 'You can only select 1 file', other: 'You can only select up to {count} files' },
    unreachable: 'The selected file could not be uploaded – try again',
  },
  cy: {
    choose: 'Dewis ffeiliau',
    chooseOne: 'Dewis ffeil',
    drop: 'neu ollwng ffeiliau yma',
    dropOne: 'neu ollwng ffeil yma',
    entered: 'Wedi cyrraedd y man gollwng',
    left: 'Wedi gadael y man gollwng',
    list: 'Ffeiliau a ddewiswyd',
    waiting: 'Yn aros i gael ei huwchlwytho',
    preparing: 'Yn paratoi i’w huwchlwytho',
    uploading: 'Yn uwchlwytho, {percent}% wedi’i gwblhau',
    taken: 'Wedi’i huwchlwytho',
    chosen: 'Yn barod i’w hanfon',
    removed: '{name} wedi’i thynnu',
    remove: 'Tynnu',
    again: 'Rhoi cynnig arall arni',
    notAPhoto: 'Rhaid i’r ffeil a ddewiswyd fod yn ffotograff',
    type: 'Rhaid i’r ffeil a ddewiswyd fod yn {types}',
    empty: 'Mae’r ffeil a ddewiswyd yn wag',
    size: 'Rhaid i’r ffeil a ddewiswyd fod yn llai na {size}',
    count: {
      two: 'Dim ond hyd at {count} ffeil y gallwch eu dewis',
      one: 'Dim ond 1 ffeil y gallwch ei dewis',
      other: 'Dim ond hyd at {count} ffeil y gallwch eu dewis',
    },
    unreachable: 'Nid oedd modd uwchlwytho’r ffeil a ddewiswyd – rhowch gynnig arall arni',
  },
});
