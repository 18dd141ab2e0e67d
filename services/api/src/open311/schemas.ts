import { z } from "zod";

export const Service311 = z
  .object({
    service_code: z.string(),
    service_name: z.string(),
    description: z.string().nullable(),
    metadata: z.boolean(),
    type: z.enum(["realtime", "batch", "blackbox"]),
    keywords: z.string().nullable(),
    group: z.string().nullable(),
  })
  .meta({ id: "Open311Service" });

export const Attribute = z
  .object({
    variable: z.boolean(),
    code: z.string(),
    datatype: z.enum(["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"]),
    required: z.boolean(),
    datatype_description: z.string().nullable(),
    order: z.int().positive(),
    description: z.string(),
    /** FixMyStreet's: the client fills it in and asks nobody. */
    automated: z.enum(["server_set", "hidden_field"]).optional(),
    values: z.array(z.object({ key: z.string(), name: z.string() })).optional(),
  })
  .meta({ id: "Open311Attribute" });
export type Attribute = z.infer<typeof Attribute>;

export const ServiceDefinition311 = z
  .object({ service_code: z.string(), attributes: z.array(Attribute) })
  .meta({ id: "Open311ServiceDefinition" });

export const Received = z
  .object({
    service_request_id: z.string(),
    service_notice: z.string().nullable(),
    account_id: z.null(),
  })
  .meta({ id: "Open311Received" });

export const Request311 = z
  .object({
    service_request_id: z.string(),
    status: z.enum(["open", "closed"]),
    status_notes: z.string().nullable(),
    service_name: z.string(),
    service_code: z.string(),
    description: z.null(),
    agency_responsible: z.string().nullable(),
    service_notice: z.null(),
    requested_datetime: z.iso.datetime(),
    updated_datetime: z.iso.datetime().nullable(),
    expected_datetime: z.iso.datetime().nullable(),
    address: z.string().nullable(),
    address_id: z.string().nullable(),
    zipcode: z.string().nullable(),
    lat: z.null(),
    long: z.null(),
    media_url: z.null(),
  })
  .meta({ id: "Open311Request" });
export type Request311 = z.infer<typeof Request311>;

export const TokenAnswer = z
  .object({ service_request_id: z.string(), token: z.string() })
  .meta({ id: "Open311Token" });

export const UpdateStatus = z.enum([
  "unchanged",
  "open",
  "in_progress",
  "fixed",
  "no_further_action",
  "not_councils_responsibility",
]);

export type UpdateStatus = z.infer<typeof UpdateStatus>;

export const Update311 = z
  .object({
    update_id: z.string(),
    service_request_id: z.string(),
    status: UpdateStatus,
    updated_datetime: z.iso.datetime(),
    description: z.string(),
    media_url: z.literal(""),
    external_status_code: z.string().optional(),
  })
  .meta({ id: "Open311Update" });

export const UpdateReceived = z
  .object({ update_id: z.string() })
  .meta({ id: "Open311UpdateReceived" });

export const Discovery = z
  .object({
    changeset: z.string(),
    contact: z.string(),
    key_service: z.string(),
    endpoints: z.array(
      z.object({
        specification: z.string(),
        url: z.url(),
        changeset: z.string(),
        type: z.enum(["production", "test"]),
        formats: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: "Open311Discovery" });

export const Errors = z
  .array(z.object({ code: z.int(), description: z.string() }))
  .meta({ id: "Open311Errors" });
