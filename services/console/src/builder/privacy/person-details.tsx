import { Select } from "@guildhall/ui";
import { Was } from "../ground/part-fields.tsx";
import { type DetailField, detailFields, listedQuestions } from "./privacy-fields.ts";
import type { PrivacyPageProps } from "./privacy-page.tsx";

/** Which questions give the person's own details, as sentences to be finished. */
export function PersonDetails(props: PrivacyPageProps) {
  const isEmpty = listedQuestions(props.frame.draft.definition).length === 0;
  return (
    <>
      <h2 class="govuk-heading-m">Whose details they are</h2>
      <p class="govuk-body">
        {isEmpty
          ? "Once the service has questions, you can say here which of them give the person’s own details."
          : "Say which questions give the person’s own details. We write to them there, and give them their data or delete it when they ask."}
      </p>
      {!isEmpty && (
        <div class="builder-fields">
          {detailFields.map((detail) => (
            <Detail {...props} detail={detail} />
          ))}
        </div>
      )}
    </>
  );
}

function Detail({ frame, entered, faults, detail }: PrivacyPageProps & { detail: DetailField }) {
  const { field, label, types } = detail;
  const { definition } = frame.draft;
  const kept = detail.kept(definition) ?? "";
  const questions = listedQuestions(definition);
  const fits = questions.filter(({ id, type }) => types.includes(type) || id === kept);
  const isGone = kept !== "" && !questions.some(({ id }) => id === kept);
  return (
    <div>
      <Was field={field} value={entered.was(field, kept)} />
      <Select
        name={field}
        label={label}
        items={[
          { value: "", content: "We do not ask" },
          ...(isGone ? [{ value: kept, content: "A question that is gone" }] : []),
          ...fits.map(({ id, label: content }) => ({ value: id, content })),
        ]}
        value={entered.now(field, kept)}
        errorMessage={faults[field]}
      />
    </div>
  );
}
