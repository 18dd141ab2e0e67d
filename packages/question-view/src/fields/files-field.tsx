import { type Document, evidenceLimits } from "@guildhall/contract";
import { Button, Fieldset, FileUpload, Input } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { type FilesQuestion, hasRoom } from "../file-limits.ts";
import { fileField, filesButton, labelField } from "../files-fields.ts";
import { wordsHere } from "../words/speech.ts";
import { Text } from "../words/text.tsx";
import type { FieldProps } from "./field-props.ts";
import { About, FileList } from "./file-list.tsx";
import { faultOf, shownIn } from "./filling.ts";

type FilesFieldProps = FieldProps<FilesQuestion>;

/**
 * Ask for files and show those that are there.
 *
 * Without a script they come one at a time, with whatever else was typed on the page. With it several are chosen or
 * dropped at once, and each shows how far it is.
 */
export function FilesField(props: FilesFieldProps) {
  const { question, filling } = props;
  const { files: shown } = filling;
  if (!shown) return null;
  const files = shown.there.get(question.id) ?? [];
  const all = [...shown.there.values()].reduce((sum, { length }) => sum + length, 0);
  const room = hasRoom(question, files.length, all);
  const words = wordsHere().files;
  const list = `${question.id}-files`;
  const action = `${shown.at}/${question.id}`;
  return (
    <Together {...props}>
      <div id={list}>
        <FileList {...{ question, files, action, room, filling }} />
      </div>
      {room && (
        <div
          data-uploads={list}
          data-to={`${action}?then=list${shown.query}`}
          data-list={`${action}?${shown.query.replace(/^&/, "")}`}
          data-largest={String(evidenceLimits.fileBytes)}
          data-words={JSON.stringify(words.script)}
        >
          <Chooser {...props} files={files} />
          <div data-without-script="yes">
            <Button
              classes="govuk-button--secondary"
              name={filesButton}
              value={`upload:${question.id}`}
              attributes={{ formnovalidate: true }}
            >
              {words.upload}
              {!shown.isAlone && <About>{question.label}</About>}
            </Button>
          </div>
        </div>
      )}
    </Together>
  );
}

/** Beside other questions, what belongs to this one stands together under its name. */
function Together(props: FilesFieldProps & { children?: Child }) {
  const { filling, question, children } = props;
  if (filling.files?.isAlone) return <>{children}</>;
  const legend = { content: nameOf(props), classes: "govuk-fieldset__legend--m" };
  return (
    <div class="govuk-form-group" id={`${question.id}-together`}>
      <Fieldset legend={legend}>{children}</Fieldset>
    </div>
  );
}

/** What the file shows is asked before it: it is then known as the file comes in. */
function Chooser(props: FilesFieldProps & { files: readonly Document[] }) {
  const { question, filling } = props;
  const label = labelField(question.id);
  const words = wordsHere().files;
  const kinds = `${words.kinds}. ${words.limits(question.maxFiles)}`;
  return (
    <div data-chooser="yes">
      {question.fileLabel !== undefined && (
        <Input
          id={label}
          name={label}
          value={shownIn(filling, label)}
          label={{ content: <MayBeLeft>{question.fileLabel}</MayBeLeft> }}
          errorMessage={faultOf(filling, label)?.sentence}
          attributes={{ maxlength: "200" }}
        />
      )}
      <FileUpload
        name={fileField(question.id)}
        id={question.id}
        javascript
        chooseFilesButtonText={words.choose}
        dropInstructionText={words.drop}
        label={{ content: labelOf(props), classes: "govuk-label--s" }}
        hint={
          question.hint ? (
            <>
              <Text>{question.hint}</Text> {kinds}
            </>
          ) : (
            kinds
          )
        }
        errorMessage={faultOf(filling, question.id)?.sentence}
      />
    </div>
  );
}

function labelOf(props: FilesFieldProps & { files: readonly Document[] }): Child {
  const { question, filling, files } = props;
  const words = wordsHere().files;
  if (files.length > 0) return words.another(question.maxFiles);
  return filling.files?.isAlone ? nameOf(props) : words.addOne;
}

function nameOf({ question, placed }: FilesFieldProps): Child {
  const { label } = question;
  return placed.asked.required ? <Text>{label}</Text> : <MayBeLeft>{label}</MayBeLeft>;
}

function MayBeLeft({ children }: { children: string }) {
  return (
    <>
      <Text>{children}</Text> {wordsHere().questions.optional}
    </>
  );
}
