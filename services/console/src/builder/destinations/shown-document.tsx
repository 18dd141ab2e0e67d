import type { MappingPreview, Scenario } from "@guildhall/contract";
import { Button, InsetText, Select } from "@guildhall/ui";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { destinationAddresses } from "./addresses.ts";

export interface ShownDocumentProps {
  readonly frame: DraftFrame;
  readonly mapping: string;
  readonly preview: MappingPreview;
  readonly scenarios: readonly Scenario[];
  readonly scenario: string | undefined;
}

/** What would be sent of an example, and what is wrong with it, each with the way to where it is mended. */
export function ShownDocument(props: ShownDocumentProps) {
  const { preview } = props;
  return (
    <section aria-labelledby="document">
      <h2 class="govuk-heading-m" id="document">
        What would be sent
      </h2>
      <ChooseExample {...props} />
      <p class="govuk-body">{preview.sample.sentence}</p>
      <Sentences
        title="What the form does not take of these answers"
        said={preview.sample.faults}
      />
      {preview.text === undefined ? (
        <InsetText>{preview.sentence}</InsetText>
      ) : (
        <section class="console-scroll builder-tall" tabindex={0} aria-label="The document">
          <pre class="console-secret builder-document">{preview.text}</pre>
        </section>
      )}
      <Faults {...props} />
      <p class="govuk-body-s">{preview.checked}</p>
    </section>
  );
}

function ChooseExample({ frame, mapping, scenarios, scenario }: ShownDocumentProps) {
  if (scenarios.length === 0) return null;
  const items = [
    { value: "", content: "Answers that are made up" },
    ...scenarios.map(({ id, name }) => ({ value: id, content: name })),
  ];
  return (
    <form
      method="get"
      action={destinationAddresses(frame.here).mapping(mapping)}
      class="console-filters"
    >
      <Select
        name="scenario"
        label="Whose answers"
        items={items}
        {...(scenario && { value: scenario })}
      />
      <Button classes="govuk-button--secondary">Show</Button>
    </form>
  );
}

function Sentences({ title, said }: { title: string; said: readonly string[] }) {
  if (said.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {said.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

/** More than a page can say are told by number. */
const mostFaults = 30;

function Faults({ frame, mapping, preview: { faults } }: ShownDocumentProps) {
  if (faults.length === 0)
    return <p class="govuk-body">Nothing is wrong with what would be sent.</p>;
  const at = destinationAddresses(frame.here);
  return (
    <>
      <h3 class="govuk-heading-s">What is wrong with it</h3>
      <ul class="govuk-list govuk-list--bullet">
        {faults.slice(0, mostFaults).map(({ target, sentence }) => (
          <li>
            {target === "" ? (
              sentence
            ) : (
              <a class="govuk-link" href={at.line(mapping, target)}>
                {sentence}
              </a>
            )}
          </li>
        ))}
      </ul>
      {faults.length > mostFaults && (
        <p class="govuk-body">There are {faults.length - mostFaults} more.</p>
      )}
    </>
  );
}
