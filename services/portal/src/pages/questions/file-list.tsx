import type { Document } from "@guildhall/contract";
import { Button, Input, Tag } from "@guildhall/ui";
import type { FilesQuestion } from "../../journey/evidence.ts";
import { filesWords } from "./files-words.ts";

export interface FileListProps {
  readonly question: FilesQuestion;
  readonly files: readonly Document[];
  /** Where files are sent, seen and taken away. */
  readonly action: string;
  /** Kept at every step, such as that the citizen came to change an answer. */
  readonly query: string;
  /** Whether more files can be added. */
  readonly room: boolean;
}

/** Show the files that are there: what each is, what it shows, whether it was checked, and a way to remove it. */
export function FileList(props: FileListProps) {
  const { question, files, room } = props;
  if (files.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m" data-full={room ? undefined : "yes"}>
        {files.length === 1 ? "1 file added" : `${files.length} files added`}
      </h2>
      <ul class="govuk-list portal-files" id={`${question.id}-list`}>
        {files.map((file) => (
          <li>
            <Picture {...props} file={file} />
            <div class="portal-file">
              <span>
                {file.name}
                {file.bytes !== undefined && ` (${sizeOf(file.bytes)})`}
              </span>
              <State file={file} />
              <Label {...props} file={file} />
            </div>
            <Remove {...props} file={file} />
          </li>
        ))}
      </ul>
    </>
  );
}

type OfFile = FileListProps & { readonly file: Document };

function Picture({ action, file }: OfFile) {
  if (file.thumbnail === undefined) return null;
  // What it shows stands beside it.
  return <img class="portal-thumbnail" src={`${action}/${file.id}/thumbnail`} alt="" />;
}

function State({ file }: { file: Document }) {
  if (file.state === "pending-scan") {
    return (
      <span data-checking="yes">
        <Tag classes="govuk-tag--blue">Being checked</Tag> {filesWords.checking}
      </span>
    );
  }
  if (file.state !== "infected") return null;
  return <span class="govuk-error-message">{filesWords.infected}</span>;
}

function Label({ question, action, query, file }: OfFile) {
  if (question.fileLabel === undefined || file.state === "infected") return null;
  const id = `${question.id}-label-${file.id}`;
  return (
    <form method="post" action={`${action}/${file.id}/label?${query.replace(/^&/, "")}`} novalidate>
      <Input
        id={id}
        name="label"
        value={file.label ?? ""}
        label={{
          content: (
            <>
              {question.fileLabel} <span class="govuk-visually-hidden">{file.name}</span>
            </>
          ),
        }}
        attributes={{ maxlength: "200" }}
      />
      <Button classes="govuk-button--secondary">
        {filesWords.saveLabel} <span class="govuk-visually-hidden">what {file.name} shows</span>
      </Button>
    </form>
  );
}

function Remove({ action, query, file }: OfFile) {
  return (
    <form method="post" action={`${action}/${file.id}/remove?${query.replace(/^&/, "")}`}>
      <Button classes="govuk-button--secondary">
        Remove <span class="govuk-visually-hidden">{file.name}</span>
      </Button>
    </form>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1000)}KB`
    : `${(bytes / 1_000_000).toFixed(1)}MB`;
}
