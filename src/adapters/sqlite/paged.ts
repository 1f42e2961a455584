/** As many rows as are worth a turn of the event loop. */
const recordsMax = 1000;
/** Records may be of megabytes: a page of such ends sooner. */
const charactersMax = 4 * 1024 * 1024;

/** The first rows of a query, at least one where there is one; leaving the loop ends the query. */
export const paged = <Row, Item>(
  rows: Iterable<Row>,
  read: (row: Row) => { readonly item: Item; readonly size: number },
): Item[] => {
  const page: Item[] = [];
  let characters = 0;
  for (const row of rows) {
    const { item, size } = read(row);
    page.push(item);
    characters += size;
    if (page.length >= recordsMax || characters >= charactersMax) break;
  }
  return page;
};
