import { Input, Select } from "@guildhall/ui";
import type { Markable } from "./markable.ts";

/** What is said of one part, and why. */
export function Mark({ at, title, may, why, field }: Markable) {
  return (
    <div class="builder-pair">
      <input type="hidden" name={`at-${field}`} value={at} />
      <Select
        name={`may-${field}`}
        label={title}
        value={may}
        items={[
          { value: "change", content: "They may change it" },
          { value: "locked", content: "Nobody may change it" },
          { value: "must-change", content: "They have to decide" },
        ]}
      />
      <Input
        name={`why-${field}`}
        label={
          <>
            Why<span class="govuk-visually-hidden">: {title}</span>
          </>
        }
        value={why}
        attributes={{ maxlength: 400 }}
      />
    </div>
  );
}
