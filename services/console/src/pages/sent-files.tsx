import type { Document } from "@guildhall/contract";
import { sayBytes, Tag } from "@guildhall/ui";
import type { Office } from "../environment.ts";

interface SentFilesProps {
  readonly office: Office;
  /** The request that they came with. */
  readonly process: string;
  readonly files: readonly Document[];
}

/** The files that came with a request, as they are now: only what may do no harm can be opened. */
export function SentFiles(props: SentFilesProps) {
  const { files } = props;
  if (files.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Files that the resident sent</h2>
      <ul class="govuk-list console-files">
        {files.map((file) => (
          <li>
            <Picture {...props} file={file} />
            <div>
              <Name {...props} file={file} />
              {file.label !== undefined && <p class="govuk-body">{file.label}</p>}
              <State file={file} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

type OfFile = SentFilesProps & { readonly file: Document };

function Picture({ office, process, file }: OfFile) {
  if (file.thumbnail === undefined) return null;
  // What it shows stands beside it.
  return <img src={office.at.thumbnail(process, file.id)} alt="" />;
}

function Name({ office, process, file: { id, name, state, bytes } }: OfFile) {
  const isOpen = state === "clean" || state === "unscanned";
  const named = isOpen ? (
    <a class="govuk-link" href={office.at.document(process, id)}>
      {name}
    </a>
  ) : (
    name
  );
  return (
    <p class="govuk-body">
      {named}
      {bytes !== undefined && ` (${sayBytes(bytes)})`}
    </p>
  );
}

const states = {
  "pending-scan": {
    tone: "govuk-tag--blue",
    tag: "Being checked",
    text: "It is looked at for viruses. Nobody can open it until then, and it is not sent on.",
  },
  infected: {
    tone: "govuk-tag--red",
    tag: "Deleted",
    text: "A virus was found in it. Ask the resident for another copy if you need it.",
  },
  clean: { tone: "govuk-tag--green", tag: "Ready", text: "No virus was found in it." },
  unscanned: {
    tone: "govuk-tag--yellow",
    tag: "Not checked",
    text: "Files are not looked at for viruses here. Open it with care.",
  },
} as const;

function State({ file: { state } }: { file: Document }) {
  if (state === undefined) return null;
  const { tone, tag, text } = states[state];
  return (
    <p class="govuk-body">
      <Tag classes={tone}>{tag}</Tag> {text}
    </p>
  );
}
