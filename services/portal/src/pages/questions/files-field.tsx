import type { Document } from "@guildhall/contract";
import { Button, FileUpload } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { type FilesQuestion, largestFile } from "../../journey/evidence.ts";

interface FilesFieldProps {
  readonly question: FilesQuestion;
  readonly heading: boolean;
  readonly files: readonly Document[];
  /** Where files are sent and taken away. */
  readonly action: string;
  /** Kept at every step, such as that the citizen came to change an answer. */
  readonly query: string;
  readonly fault?: string | undefined;
  /** Whether more files can be added. */
  readonly room: boolean;
  /** The button to go on with, so that a file that was chosen goes along with it. */
  readonly children?: Child;
}

const kinds =
  "Photos (JPG, PNG, HEIC), PDF, Word and Excel files, plain text, sound (MP3, M4A, WAV) and video (MP4, MOV)";

/** Ask for files, one at a time, and show those that are there. */
export function FilesField(props: FilesFieldProps) {
  const { question, action, query, room } = props;
  return (
    <>
      <FileList {...props} />
      {room && (
        <form
          method="post"
          action={`${action}?then=stay${query}`}
          enctype="multipart/form-data"
          novalidate
        >
          <input type="hidden" name="question" value={question.id} />
          <FileUpload
            name="file"
            id={question.id}
            label={{
              content: labelOf(props),
              classes: "govuk-label--s",
            }}
            hint={`${question.hint ? `${question.hint} ` : ""}${kinds}. Each up to ${largestFile}.`}
            errorMessage={props.fault}
          />
          <Button classes="govuk-button--secondary">Upload this file</Button>
          {props.children && <div>{props.children}</div>}
        </form>
      )}
    </>
  );
}

function labelOf({ question, files }: FilesFieldProps): string {
  const { label, required, maxFiles } = question;
  if (files.length > 0) return `Add another file (up to ${maxFiles} in all)`;
  return required ? label : `${label} (optional)`;
}

function FileList({ question, files, action, query }: FilesFieldProps) {
  if (files.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">
        {files.length === 1 ? "1 file added" : `${files.length} files added`}
      </h2>
      <ul class="govuk-list portal-files" id={`${question.id}-list`}>
        {files.map(({ id, name, bytes }) => (
          <li>
            <span>
              {name}
              {bytes !== undefined && ` (${sizeOf(bytes)})`}
            </span>
            <form method="post" action={`${action}/${id}/remove?${query.replace(/^&/, "")}`}>
              <Button classes="govuk-button--secondary">
                Remove <span class="govuk-visually-hidden">{name}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1000)}KB`
    : `${(bytes / 1_000_000).toFixed(1)}MB`;
}
