import type { Child } from "hono/jsx";
import { componentWordsHere } from "../component-words.ts";
import { type Attributes, join, type Optional, partOf } from "../parts.ts";
import { Beside, describedBy, Field, type FieldProps } from "./field.tsx";
import { type Plurals, translations } from "./translations.ts";

export type FileUploadProps = FieldProps &
  Optional<{
    multiple: boolean;
    /** Adds the drop zone where scripts run; without them it stays a plain file field. */
    javascript: boolean;
    wrapperClasses: string;
    wrapperAttributes: Attributes;
    chooseFilesButtonText: string;
    noFileChosenText: string;
    multipleFilesChosenText: Plurals;
    dropInstructionText: string;
    enteredDropZoneText: string;
    leftDropZoneText: string;
  }>;

export function FileUpload(props: FileUploadProps) {
  const id = props.id || props.name;
  const failed = partOf(props.errorMessage) && "govuk-file-upload--error";
  return (
    <Field {...props} id={id}>
      <Beside formGroup={props.formGroup}>
        <DropZone {...props}>
          <input
            class={join("govuk-file-upload", props.classes, failed)}
            id={id}
            name={props.name}
            type="file"
            disabled={props.disabled}
            multiple={props.multiple}
            aria-describedby={describedBy(id, props, props.describedBy)}
            {...props.attributes}
          />
        </DropZone>
      </Beside>
    </Field>
  );
}

function DropZone(props: FileUploadProps & { children?: Child }) {
  const words = componentWordsHere();
  if (!props.javascript) return <>{props.children}</>;
  return (
    <div
      class={join("govuk-file-upload-wrapper", props.wrapperClasses)}
      data-module="govuk-file-upload"
      {...translations({
        "choose-files-button": props.chooseFilesButtonText,
        "no-file-chosen": props.noFileChosenText ?? words.noFileChosen,
        "multiple-files-chosen": props.multipleFilesChosenText ?? words.filesChosen,
        "drop-instruction": props.dropInstructionText,
        "entered-drop-zone": props.enteredDropZoneText ?? words.enteredDropZone,
        "left-drop-zone": props.leftDropZoneText ?? words.leftDropZone,
      })}
      {...props.wrapperAttributes}
    >
      {props.children}
    </div>
  );
}
