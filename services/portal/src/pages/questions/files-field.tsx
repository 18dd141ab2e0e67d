import { evidenceLimits } from "@guildhall/contract";
import { Button, FileUpload, Input } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { FileList, type FileListProps } from "./file-list.tsx";
import { filesWords, scriptWords } from "./files-words.ts";

interface FilesFieldProps extends FileListProps {
  readonly heading: boolean;
  readonly fault?: string | undefined;
  /** What was typed of a file that was not taken. */
  readonly label?: string;
  /** The script that uploads several at once. */
  readonly script: string;
  /** The button to go on with, so that a file that was chosen goes along with it. */
  readonly children?: Child;
}

/**
 * Ask for files and show those that are there.
 *
 * Without a script they come one at a time. With it several are chosen or dropped at once, and each shows how far it is.
 */
export function FilesField(props: FilesFieldProps) {
  const { question, action, query, room } = props;
  const list = `${question.id}-files`;
  return (
    <>
      <div id={list}>
        <FileList {...props} />
      </div>
      {room && (
        <form
          method="post"
          action={`${action}?then=stay${query}`}
          enctype="multipart/form-data"
          novalidate
          data-uploads={list}
          data-to={`${action}?then=list${query}`}
          data-list={`${action}?${query.replace(/^&/, "")}`}
          data-largest={String(evidenceLimits.fileBytes)}
          data-words={JSON.stringify(scriptWords)}
        >
          <input type="hidden" name="question" value={question.id} />
          <div data-chooser="yes">
            <Chooser {...props} />
          </div>
          <div data-without-script="yes">
            <Button classes="govuk-button--secondary">{filesWords.upload}</Button>
          </div>
          {props.children && <div>{props.children}</div>}
        </form>
      )}
      <script type="module" src={props.script}></script>
    </>
  );
}

/** What the file shows is asked before it: it is then known, and not lost, where the file is refused. */
function Chooser(props: FilesFieldProps) {
  const { question, label = "", fault } = props;
  return (
    <>
      {question.fileLabel !== undefined && (
        <Input
          id={`${question.id}-label`}
          name="label"
          value={label}
          label={{ content: `${question.fileLabel} (optional)` }}
          attributes={{ maxlength: "200" }}
        />
      )}
      <FileUpload
        name="file"
        id={question.id}
        javascript
        chooseFilesButtonText={filesWords.choose}
        dropInstructionText={filesWords.drop}
        label={{ content: labelOf(props), classes: "govuk-label--s" }}
        hint={`${question.hint ? `${question.hint} ` : ""}${filesWords.kinds}. ${filesWords.limits}`}
        errorMessage={fault}
      />
    </>
  );
}

function labelOf({ question, files }: FilesFieldProps): string {
  const { label, required, maxFiles } = question;
  if (files.length > 0) return `Add another file (up to ${maxFiles} in all)`;
  return required ? label : `${label} (optional)`;
}
