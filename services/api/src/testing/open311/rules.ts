import { z } from "zod";

/** What GeoReport v2 demands of answers in JSON, as its public schemas and its text say. */

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/);
const words = z.string().nullable();

export const ServicesRule = z.array(
  z.strictObject({
    service_code: z.string().min(1),
    service_name: z.string().min(1),
    description: words,
    metadata: z.boolean(),
    type: z.enum(["realtime", "batch", "blackbox"]),
    keywords: words,
    group: words,
  }),
);

const Listed = z.array(z.strictObject({ key: z.string(), name: z.string() })).min(1);
const common = {
  variable: z.boolean(),
  code: z.string().min(1),
  required: z.boolean(),
  datatype_description: words,
  order: z.int().positive(),
  description: words,
  automated: z.enum(["server_set", "hidden_field"]).optional(),
};

export const DefinitionRule = z.strictObject({
  service_code: z.string(),
  attributes: z
    .array(
      z.discriminatedUnion("datatype", [
        ...(["string", "number", "datetime", "text"] as const).map((datatype) =>
          z.strictObject({ ...common, datatype: z.literal(datatype) }),
        ),
        ...(["singlevaluelist", "multivaluelist"] as const).map((datatype) =>
          z.strictObject({ ...common, datatype: z.literal(datatype), values: Listed }),
        ),
      ] as never),
    )
    .refine((attributes) => areUnlike(attributes, "code"), "codes are unique")
    .refine((attributes) => areUnlike(attributes, "order"), "places are unique"),
});

export const ReceivedRule = z.tuple([
  z.strictObject({
    service_request_id: z.string().min(1),
    service_notice: words.optional(),
    account_id: words.optional(),
  }),
]);

export const RequestsRule = z
  .array(
    z.strictObject({
      service_request_id: z.string().min(1),
      status: z.enum(["open", "closed"]),
      status_notes: words,
      service_name: words,
      service_code: z.string().min(1),
      description: z.string().max(4000).nullable(),
      agency_responsible: words,
      service_notice: words,
      requested_datetime: moment,
      updated_datetime: moment.nullable(),
      expected_datetime: moment.nullable(),
      address: words,
      address_id: words,
      zipcode: words,
      lat: z.number().nullable(),
      long: z.number().nullable(),
      media_url: z.url().nullable(),
    }),
  )
  .max(1000);

export const TokenRule = z.tuple([
  z.strictObject({ service_request_id: z.string(), token: z.string() }),
]);

/** FixMyStreet's extension. */
export const UpdatesRule = z.array(
  z.strictObject({
    update_id: z.string().min(1),
    service_request_id: z.string().min(1),
    status: z.enum([
      "unchanged",
      "open",
      "closed",
      "fixed",
      "in_progress",
      "planned",
      "action_scheduled",
      "investigating",
      "duplicate",
      "not_councils_responsibility",
      "no_further_action",
      "internal_referral",
      "cancelled",
      "reopen",
      "for_triage",
    ]),
    updated_datetime: moment,
    description: z.string(),
    media_url: z.string(),
    external_status_code: z.string().optional(),
  }),
);

export const UpdateReceivedRule = z.tuple([z.strictObject({ update_id: z.string().min(1) })]);

export const DiscoveryRule = z.strictObject({
  changeset: z.string().min(1),
  contact: z.string().min(1),
  key_service: z.string().min(1),
  endpoints: z
    .array(
      z.strictObject({
        specification: z.literal("http://wiki.open311.org/GeoReport_v2"),
        url: z.url(),
        changeset: z.string().min(1),
        type: z.enum(["production", "test"]),
        formats: z.array(z.enum(["text/xml", "application/json"])).min(1),
      }),
    )
    .min(1),
});

export const ErrorsRule = z
  .array(z.strictObject({ code: z.int().min(400), description: z.string().min(1) }))
  .min(1);

function areUnlike(attributes: readonly unknown[], name: "code" | "order"): boolean {
  const values = attributes.map((attribute) => (attribute as Record<string, unknown>)[name]);
  return new Set(values).size === values.length;
}
