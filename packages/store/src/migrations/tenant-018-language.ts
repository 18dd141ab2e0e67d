/** The language that whoever sent a form reads. */
export const language = `
alter table processes add column language text not null default 'en';
`;
