# One recipe for every program: --build-arg PROJECT=silo/Archera.Silo
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG PROJECT
WORKDIR /source
COPY . .
RUN dotnet publish "$PROJECT" -c Release -o /app /p:UseAppHost=false \
 && basename "$PROJECT" > /app/program

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# Volumes take owner and mode of the folder that they are mounted over; a folder of keys must be its owner's alone.
RUN mkdir -m 0700 /data && chown 1654:1654 /data
USER 1654:1654
STOPSIGNAL SIGTERM
ENTRYPOINT ["/bin/sh", "-c", "exec dotnet \"$(cat /app/program).dll\" \"$@\"", "archera"]
