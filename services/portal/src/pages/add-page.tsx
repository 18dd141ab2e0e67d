import type { Tracking } from "@guildhall/contract";
import { Button, CharacterCount, ErrorSummary, FileUpload, InsetText } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage } from "./council-page.tsx";

/** What was wrong with something that was to be added. */
export interface AddFault {
  readonly field: "contents" | "photos";
  readonly sentence: string;
}

interface AddPageProps {
  readonly council: Council;
  readonly look: Look;
  readonly tracking: Pick<Tracking, "reference" | "serviceTitle">;
  /** Names this note, so that it is added once however often it is sent. */
  readonly name: string;
  readonly contents?: string;
  /** The files that were taken already. */
  readonly taken?: readonly string[];
  readonly faults?: readonly AddFault[];
}

const formId = "add-form";

/** Ask for words and photos to be added to a request; what was typed, and what was taken, is never lost. */
export function AddPage(props: AddPageProps) {
  const { council, look, tracking, taken = [], faults = [] } = props;
  const words = council.words.adding;
  const faultOf = (field: AddFault["field"]) =>
    faults.find((fault) => fault.field === field)?.sentence;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={words.title}
      faults={faults.length > 0}
      current="track"
      address={council.at.add(tracking.reference)}
    >
      <Column>
        {faults.length > 0 && (
          <ErrorSummary
            errorList={faults.map(({ field, sentence }) => ({
              href: `#${field}`,
              content: sentence,
            }))}
          />
        )}
        <span class="govuk-caption-l">
          {tracking.serviceTitle}: {tracking.reference}
        </span>
        <h1 class="govuk-heading-l">{words.title}</h1>
        <p class="govuk-body">{words.lead}</p>
        <Taken council={council} taken={taken} />
        <AddForm {...props} faultOf={faultOf} />
        <Back council={council} reference={tracking.reference} />
      </Column>
    </CouncilPage>
  );
}

function Taken({ council, taken }: { council: Council; taken: readonly string[] }) {
  if (taken.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">{council.words.adding.taken}</p>
      <ul class="govuk-list">
        {taken.map((file) => (
          <li>{file}</li>
        ))}
      </ul>
    </InsetText>
  );
}

type AddFormProps = AddPageProps & {
  readonly faultOf: (field: AddFault["field"]) => string | undefined;
};

function AddForm({ council, tracking, name, contents = "", faultOf }: AddFormProps) {
  const words = council.words.adding;
  return (
    <form
      id={formId}
      method="post"
      action={council.at.add(tracking.reference)}
      enctype="multipart/form-data"
      novalidate
    >
      <input type="hidden" name="name" value={name} />
      <CharacterCount
        id="contents"
        name="contents"
        label={words.contents}
        hint={words.contentsHint}
        rows="6"
        maxlength={4000}
        value={contents}
        errorMessage={faultOf("contents")}
      />
      <FileUpload
        id="photos"
        name="photos"
        label={words.photos}
        hint={words.photosHint}
        multiple
        errorMessage={faultOf("photos")}
      />
      <Button preventDoubleClick>{words.add}</Button>
    </form>
  );
}

interface NotTakenProps {
  readonly council: Council;
  readonly look: Look;
  readonly reference: string;
  readonly why: "ended" | "link";
  readonly contents: string;
}

/** Say why nothing can be added, and give back what was typed. */
export function NotAddedPage({ council, look, reference, why, contents }: NotTakenProps) {
  const { title, text } = council.words.adding[why];
  return (
    <CouncilPage council={council} look={look} title={title} current="track">
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{text}</p>
        {contents !== "" && (
          <>
            <p class="govuk-body">{council.words.adding.typed}</p>
            <InsetText>{contents}</InsetText>
          </>
        )}
        <Back council={council} reference={reference} />
      </Column>
    </CouncilPage>
  );
}

function Back({ council, reference }: Pick<NotTakenProps, "council" | "reference">) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={council.at.tracking(reference)}>
        {council.words.adding.back}
      </a>
    </p>
  );
}
