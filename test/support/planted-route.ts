import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.ts';
import type { WholeStore } from '../../src/application/verify-store.ts';
import { harden } from '../../src/composition/harden.ts';
import { AccessGuard } from '../../src/http/access/access.guard.ts';
import { FailureFilter } from '../../src/http/failure.filter.ts';
import { KnownRoutes } from '../../src/http/known-routes.ts';

/** A route whose author forgot to say whom it lets in. */
@Controller('planted')
class PlantedController {
  @Get()
  planted() {
    return { planted: true };
  }
}

@Module({})
class PlantedModule {}

/** That route among those of the application, behind the guard of them all. */
export const plantedRoute = async (store: WholeStore) => {
  const app = await NestFactory.create<NestFastifyApplication>(
    {
      module: PlantedModule,
      imports: [AppModule.over({ store })],
      controllers: [PlantedController],
    },
    new FastifyAdapter(),
  );
  await harden(app.getHttpAdapter().getInstance(), 0);
  app.useGlobalGuards(new AccessGuard(app.get(QueryBus), 10));
  app.useGlobalFilters(
    new FailureFilter({ routes: new KnownRoutes(), onFailure: () => undefined }),
  );
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    ask: async (headers: Readonly<Record<string, string>>): Promise<unknown> =>
      (await fetch(`${url}/planted`, { headers })).json(),
    close: () => app.close(),
  };
};
