import type { Document } from "@guildhall/contract";
import { sayBytes, Tag } from "@guildhall/ui";
import type { Council } from "../environment.ts";

interface SentFilesProps {
  readonly council: Council;
  readonly reference: string;
  readonly files: readonly Document[];
}

/** Show the files that came with a request, as they are now: only what was checked can be opened. */
export function SentFiles(props: SentFilesProps) {
  const { files, council } = props;
  if (files.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{council.words.files.sent}</h2>
      <ul class="govuk-list portal-files">
        {files.map((file) => (
          <li>
            <Picture {...props} file={file} />
            <div class="portal-file">
              <Name {...props} file={file} />
              {file.label !== undefined && <span>{file.label}</span>}
              <State {...props} file={file} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

type OfFile = SentFilesProps & { readonly file: Document };

function Picture({ council, reference, file }: OfFile) {
  if (file.thumbnail === undefined) return null;
  // What it shows stands beside it.
  return <img class="portal-thumbnail" src={council.at.thumbnail(reference, file.id)} alt="" />;
}

function Name({ council, reference, file }: OfFile) {
  const { id, name, state, bytes } = file;
  const size = bytes === undefined ? "" : ` (${sayBytes(bytes, council.words.files.bytes)})`;
  if (state === "pending-scan" || state === "infected") return <span>{`${name}${size}`}</span>;
  return (
    <span>
      <a class="govuk-link" href={council.at.document(reference, id)}>
        {name}
      </a>
      {size}
    </span>
  );
}

function State({ council, file: { state } }: OfFile) {
  const words = council.words.files;
  if (state === "pending-scan") {
    return (
      <span>
        <Tag classes="govuk-tag--blue">{words.beingChecked}</Tag> {words.notOpenedYet}
      </span>
    );
  }
  return state === "infected" ? <span class="govuk-error-message">{words.deleted}</span> : null;
}
