import type { Query } from '@nestjs/cqrs';
import {
  type AskedConsolidation,
  ConsolidateByActivity,
  ConsolidateByGroup,
  ConsolidateOverall,
} from '../bus/consolidation-messages.ts';
import type { ApiClient } from '../client/api-client.ts';

const queryOf = ({ choice, day, known, by }: AskedConsolidation) => {
  const { ledgers, entity, year } = choice;
  const query = {
    by,
    ...(ledgers !== undefined && { ledgers: ledgers.join(',') }),
    ...(entity !== undefined && { entity }),
    ...(year !== undefined && { year: String(year) }),
    ...(day !== undefined && { cutoff: day }),
    ...(known !== undefined && { known: String(known) }),
  };
  return { params: { query } };
};

/** How a consolidation is asked over HTTP; undefined for any other question. */
export const askedConsolidation = (query: Query<unknown>) => {
  if (query instanceof ConsolidateByActivity) {
    return (client: ApiClient) =>
      client.GET('/api/v1/consolidation/by-activity', queryOf(query.asked));
  }
  if (query instanceof ConsolidateByGroup) {
    return (client: ApiClient) =>
      client.GET('/api/v1/consolidation/by-group', queryOf(query.asked));
  }
  if (query instanceof ConsolidateOverall) {
    return (client: ApiClient) => client.GET('/api/v1/consolidation/overall', queryOf(query.asked));
  }
  return undefined;
};
