import { largestFile, largestTogether, mostFiles } from "../../journey/evidence.ts";

/** All that pages say about files. */
export const filesWords = {
  kinds:
    "Photos (JPG, PNG, HEIC), PDF, Word and Excel files, plain text, sound (MP3, M4A, WAV) and video (MP4, MOV)",
  limits: `Each up to ${largestFile}, and all together up to ${largestTogether} and ${mostFiles} files.`,
  upload: "Upload this file",
  choose: "Choose files",
  drop: "or drop files",
  checking: "We are checking this file for viruses. You can go on meanwhile.",
  infected:
    "We found a virus in this file and deleted it. Remove it here. Upload another copy if you have one.",
  notArrived: "The file did not arrive whole. Upload it again",
  tooLarge: `The file must be smaller than ${largestFile}`,
  notNow: "We could not take the file just now. Try again in a minute",
  select: "Select a file",
  labelTooLong: "Say in 200 characters or fewer what the file shows",
  saveLabel: "Save",
} as const;

/** What the script says that uploads several at once. */
export const scriptWords = {
  cancel: "Cancel",
  dismiss: "Dismiss",
  cancelled: "cancelled",
  done: "uploaded",
  wait: "We go on when your files are uploaded",
  broken: filesWords.notArrived,
  tooLarge: filesWords.tooLarge,
} as const;

const refusals: Readonly<Record<string, string>> = {
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
};

/** Why a file is not taken, by the API's fault. */
export function refusalOf(code: string | undefined): string {
  return refusals[code ?? ""] ?? "The file cannot be used. Upload another one";
}
