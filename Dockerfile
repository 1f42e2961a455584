# The application, built with what it needs to be built and kept without it.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /poa
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY src src
COPY projections projections
# The image brings its own Node: the one that npm would bring stays here.
RUN node node_modules/@nestjs/cli/bin/nest.js build \
 && npm prune --omit=dev --ignore-scripts \
 && rm -rf node_modules/node node_modules/.bin/node

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /poa
COPY --from=build /poa/package.json ./
COPY --from=build /poa/node_modules node_modules
COPY --from=build /poa/dist dist
COPY samples samples
COPY openapi.json ./
RUN install -d -o node -g node /var/cache/poa /var/lib/poa
USER node
ENV POA_STORE=/var/lib/poa POA_CACHE=/var/cache/poa
VOLUME /var/lib/poa /var/cache/poa
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.POA_PORT ?? 3000) + '/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node"]
CMD ["dist/src/main.js"]
