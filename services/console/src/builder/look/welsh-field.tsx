import { Checkboxes, Input, Tag, Textarea } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { type Entered, Was } from "../ground/part-fields.tsx";
import { stillRightField, type WelshText, welshField } from "./welsh-texts.ts";

/** More than this is written in a larger field. */
const oneLine = 80;

/** The Welsh of one text; what is old is marked, and can be said to be right all the same. */
export function WelshField({
  text,
  label,
  entered,
  faults,
}: {
  text: WelshText;
  label: string;
  entered: Entered;
  faults: Faults;
}) {
  const { path, english, welsh, isOld } = text;
  const field = welshField(path);
  const shared = {
    name: field,
    label: `${label}, in Welsh`,
    value: entered.now(field, welsh),
    errorMessage: faults[field],
    attributes: { lang: "cy" },
  };
  return (
    <>
      {isOld && (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          <Tag classes="govuk-tag--yellow">Old</Tag> Its English has changed since.
        </p>
      )}
      <Was field={field} value={entered.was(field, welsh)} />
      {english.length > oneLine ? <Textarea {...shared} rows={3} /> : <Input {...shared} />}
      {isOld && (
        <Checkboxes
          name={stillRightField(path)}
          classes="govuk-checkboxes--small"
          items={[{ value: "yes", content: `“${label}”: the Welsh is right all the same` }]}
        />
      )}
    </>
  );
}
