import { largestFile, largestTogether, mostFiles } from "../../file-limits.ts";

const tooLarge = `The file must be smaller than ${largestFile}`;
const notArrived = "The file did not arrive whole. Upload it again";

/** All that pages say about files. */
export const files = {
  kinds:
    "Photos (JPG, PNG, HEIC), PDF, Word and Excel files, plain text, sound (MP3, M4A, WAV) and video (MP4, MOV)",
  limits: (most: number) =>
    `${most === 1 ? "1 file" : `Up to ${most} files`} here. Each up to ${largestFile}, and all that you add to this form up to ${largestTogether} and ${mostFiles} files.`,
  upload: "Upload this file",
  choose: "Choose files",
  drop: "or drop files",
  added: (count: number) => (count === 1 ? "1 file added" : `${count} files added`),
  another: (most: number) => `Add another file (up to ${most} in all)`,
  beingChecked: "Being checked",
  checking: "We are checking this file for viruses. You can go on meanwhile.",
  infected:
    "We found a virus in this file and deleted it. Remove it here. Upload another copy if you have one.",
  notArrived,
  tooLarge,
  notNow: "We could not take the file just now. Try again in a minute",
  select: "Select a file",
  labelTooLong: "Say in 200 characters or fewer what the file shows",
  saveLabel: "Save",
  whatShows: (file: string) => `what ${file} shows`,
  remove: "Remove",
  bytes: (count: number) => `${count} bytes`,
  addOne: "Add a file",
  sent: "Files that you sent",
  notOpenedYet: "We are checking this file for viruses. It cannot be opened until that is done.",
  deleted: "We found a virus in this file and deleted it. Nobody here has it.",
  /** What the script says that uploads several at once. */
  script: {
    cancel: "Cancel",
    dismiss: "Dismiss",
    cancelled: "cancelled",
    done: "uploaded",
    wait: "We go on when your files are uploaded",
    broken: notArrived,
    tooLarge,
  },
  /** Why a file is not taken, by the API's fault. */
  refusals: {
    "file-name": "The file’s name cannot be used. Give it a simpler name and upload it again",
    "file-kind":
      "The file must be a JPG, PNG, HEIC, PDF, Word, Excel, plain text, MP3, M4A, WAV, MP4 or MOV",
    "file-mismatch":
      "The file is not what its name says, or it is empty. Save it again in its own kind and upload that",
    "file-damaged": "The file is damaged or incomplete. Upload another copy",
    "file-unsafe":
      "The file holds something that could do harm, such as a program or a password. Upload another copy without it",
    "too-many": "There is no room for more files. Remove one first",
    "too-large-together": `Your files would be more than ${largestTogether} together. Remove one first, or upload a smaller one`,
  },
  refused: "The file cannot be used. Upload another one",
};
