import type { Attribute, Design } from "./design-config.ts";
import { AlloyError } from "./errors.ts";

/** Attributes that every Alloy has, under codes of its own. */
export const core = {
  title: "attributes_itemsTitle",
  subtitle: "attributes_itemsSubtitle",
  geometry: "attributes_itemsGeometry",
  attachments: "attributes_filesAttachableAttachments",
  originalName: "attributes_filesOriginalName",
  contentType: "attributes_filesContentType",
} as const;

/** The design whose items are files. */
export const filesDesign = "designs_files";

const coreAttributes: Attribute[] = [
  attribute(core.title, "Title", "String"),
  { ...attribute(core.subtitle, "Subtitle", "String"), readonly: true },
  attribute(core.geometry, "Geometry", "GeoJson"),
  {
    ...attribute(core.attachments, "Attachments", "Link"),
    options: { code: filesDesign, max: 50 },
  },
];

const files: Design = {
  code: filesDesign,
  name: "File",
  geometry: { allows: [], required: false },
  attributes: [
    attribute(core.originalName, "Original name", "String"),
    attribute(core.contentType, "Content type", "String"),
  ],
};

/** The designs of one tenant, the core ones among them. */
export interface Designs {
  all(): readonly Design[];
  /** @throws AlloyError `DesignNotFound` */
  get(code: string): Design;
  /** @throws AlloyError `DodiAttributeNotInDesign` */
  attribute(design: string, code: string): Attribute;
}

/** Complete a tenant's designs with what Alloy has of itself. */
export function createDesigns(configured: readonly Design[]): Designs {
  const designs = new Map([files, ...configured].map((design) => [design.code, complete(design)]));
  const get = (code: string) => {
    const design = designs.get(code);
    if (!design) throw new AlloyError("DesignNotFound", `There is no design ${code}`);
    return design;
  };
  return {
    all: () => [...designs.values()],
    get,
    attribute(design, code) {
      const found = get(design).attributes.find((attribute) => attribute.code === code);
      if (found) return found;
      throw new AlloyError("DodiAttributeNotInDesign", `${design} has no attribute ${code}`);
    },
  };
}

/** A design as `GET design/{code}` shows it. */
export function presentDesign(design: Design) {
  return {
    name: design.name,
    code: design.code,
    context: contextOf(design.code),
    colour: "#2f6f7e",
    icon: "icon-work-item",
    versioned: false,
    geometry: design.geometry,
    collections: ["Live", "Archive"],
    implements: [],
    attributes: design.attributes.map((attribute) => ({
      name: attribute.name,
      code: attribute.code,
      parent: design.code,
      context: contextOf(attribute.code),
      type: attribute.type,
      required: attribute.required,
      readonly: attribute.readonly,
      unique: attribute.unique,
      tags: [],
      options: attribute.options,
    })),
  };
}

function complete(design: Design): Design {
  const own = new Set(design.attributes.map(({ code }) => code));
  const missing = coreAttributes.filter(({ code }) => !own.has(code));
  return { ...design, attributes: [...design.attributes, ...missing] };
}

/** Whose a code is: a customer's own codes end in an id. */
export function contextOf(code: string): "Core" | "Customer" {
  return /_[0-9a-f]{24}$/.test(code) ? "Customer" : "Core";
}

function attribute(code: string, name: string, type: Attribute["type"]): Attribute {
  return { code, name, type, required: false, readonly: false, unique: false, options: {} };
}
