import type { Document } from "@guildhall/contract";
import { Button, Input, sayBytes, Tag } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import type { FilesQuestion } from "../file-limits.ts";
import { filesButton, labelField } from "../files-fields.ts";
import { wordsHere } from "../words/speech.ts";
import { Text } from "../words/text.tsx";
import { type Filling, faultOf } from "./filling.ts";

export interface FileListProps {
  readonly question: FilesQuestion;
  readonly files: readonly Document[];
  /** Where they are seen. */
  readonly action: string;
  /** Whether more files can be added. */
  readonly room: boolean;
  /** What was typed on the page that they are listed on. */
  readonly filling?: Filling;
}

/** Show the files that are there: what each is, what it shows, whether it was checked, and a way to remove it. */
export function FileList(props: FileListProps) {
  const { question, files, room, filling } = props;
  if (files.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m" data-full={room ? undefined : "yes"}>
        {wordsHere().files.added(files.length)}
        {filling?.files?.isAlone === false && <About>{question.label}</About>}
      </h2>
      <ul class="govuk-list portal-files" id={`${question.id}-list`}>
        {files.map((file) => (
          <li>
            <Picture {...props} file={file} />
            <div class="portal-file">
              <span>
                {file.name}
                {file.bytes !== undefined && ` (${sayBytes(file.bytes, wordsHere().files.bytes)})`}
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

/** What a button or a heading is about, for those who hear it alone. */
export function About({ children }: { children: string }) {
  return <span class="govuk-visually-hidden"> ({children})</span>;
}

type OfFile = FileListProps & { readonly file: Document };

function Picture({ action, file }: OfFile) {
  if (file.thumbnail === undefined) return null;
  // What it shows stands beside it.
  return <img class="portal-thumbnail" src={`${action}/${file.id}/thumbnail`} alt="" />;
}

function State({ file }: { file: Document }) {
  const words = wordsHere().files;
  if (file.state === "pending-scan") {
    return (
      <span data-checking="yes">
        <Tag classes="govuk-tag--blue">{words.beingChecked}</Tag> {words.checking}
      </span>
    );
  }
  if (file.state !== "infected") return null;
  return <span class="govuk-error-message">{words.infected}</span>;
}

function Label({ question, file, filling }: OfFile) {
  if (question.fileLabel === undefined || file.state === "infected") return null;
  const name = labelField(question.id, file.id);
  const words = wordsHere().files;
  return (
    <div class="portal-label">
      <Input
        id={name}
        name={name}
        value={filling?.fields.get(name)?.[0] ?? file.label ?? ""}
        label={{
          content: (
            <>
              <Text>{question.fileLabel}</Text>{" "}
              <span class="govuk-visually-hidden">{file.name}</span>
            </>
          ),
        }}
        errorMessage={filling && faultOf(filling, name)?.sentence}
        attributes={{ maxlength: "200" }}
      />
      <ListButton does={`label:${question.id}:${file.id}`}>
        {words.saveLabel} <span class="govuk-visually-hidden">{words.whatShows(file.name)}</span>
      </ListButton>
    </div>
  );
}

function Remove({ question, file }: OfFile) {
  return (
    <ListButton does={`remove:${question.id}:${file.id}`}>
      {wordsHere().files.remove} <span class="govuk-visually-hidden">{file.name}</span>
    </ListButton>
  );
}

function ListButton({ does, children }: { does: string; children: Child }) {
  const attributes = { formnovalidate: true };
  return (
    <Button classes="govuk-button--secondary" name={filesButton} value={does} {...{ attributes }}>
      {children}
    </Button>
  );
}
