/** What was found in a file, and its small picture: empty where none can be made. */
export const evidence = `
alter table documents add column state text not null default 'unscanned';
alter table documents add column thumbnail text;
create index documents_to_see_to on documents (id)
  where state = 'pending-scan' or (state = 'infected' and storage <> '');
`;
