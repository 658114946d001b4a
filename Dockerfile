# Builds with a compiler (better-sqlite3), runs without one. LiteFS is the supervisor; the app is its child.
FROM node:20-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends g++ make python3 \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY patches ./patches
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM flyio/litefs:0.5 AS litefs

FROM node:20-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates fuse3 \
 && rm -rf /var/lib/apt/lists/*
COPY --from=litefs /usr/local/bin/litefs /usr/local/bin/litefs
COPY litefs.yml /etc/litefs.yml
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/build ./build
# The runner reads migrations, triggers and full-text tables as files.
COPY --from=build /app/db/migrations ./db/migrations
COPY --from=build /app/db/schema ./db/schema
COPY --from=build /app/scripts/run.mjs /app/scripts/start.mjs ./scripts/
ENV NODE_ENV=production \
    LITEFS_DIR=/litefs \
    DATABASE_PATH=/litefs/guildhall.db \
    BLOB_PATH=/litefs/blobs.db
EXPOSE 3000
# Without LiteFS (one node and a plain file is 100 times faster in writes): put a volume at /data and run
#   docker run -e LITEFS_DIR= -e DATABASE_PATH=/data/guildhall.db -e BLOB_PATH=/data/blobs.db … sh -c 'node build/db/migrate.js && exec node scripts/start.mjs'
CMD ["litefs", "mount"]
