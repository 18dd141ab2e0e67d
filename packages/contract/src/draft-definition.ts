import { z } from "zod";
import { Form } from "./form.ts";
import { Mapping, Row } from "./mapping.ts";
import { ServiceDefinition } from "./service.ts";

const { id, title, stages, statuses, steps, retention, target } = ServiceDefinition.shape;
const { pages, conditions, sections } = Form.shape;

/** The most items of one list of a draft: far more than any service has, and few enough for edits to be prompt. */
const most = 1000;
const tooMany = { code: "too_big", origin: "array", maximum: most, inclusive: true } as const;

/** Pages whose questions, and those questions' options, are within bounds too. */
const draftPages = z
  .array(pages.element)
  .max(most)
  .superRefine((all, { addIssue }) => {
    for (const [page, { questions }] of all.entries()) {
      const path = [page, "questions"];
      if (questions.length > most) addIssue({ ...tooMany, input: questions, path });
      for (const [place, question] of questions.entries()) {
        if (!("options" in question) || question.options.length <= most) continue;
        addIssue({ ...tooMany, input: question, path: [...path, place, "options"] });
      }
    }
  });

/** A mapping in the making may write nothing yet. */
const draftMapping = Mapping.extend({ rows: z.array(Row).default([]) });

/** A service in the making: each part is right for itself, and what is not decided yet is left out. */
export const DraftDefinition = ServiceDefinition.partial()
  .extend({
    id,
    title,
    form: Form.extend({
      conditions: conditions.unwrap().max(most).default([]),
      sections: sections.unwrap().max(most).default([]),
      pages: draftPages.default([]),
    }).prefault({}),
    stages: z.array(stages.element).max(most).default([]),
    statuses: statuses.unwrap().max(most).default([]).optional(),
    steps: steps.unwrap().max(most).default([]).optional(),
    mappings: z.array(draftMapping).max(most).default([]).optional(),
    retention: retention.partial().optional(),
    target: target.partial().optional(),
  })
  .meta({ id: "DraftDefinition" });
export type DraftDefinition = z.infer<typeof DraftDefinition>;
