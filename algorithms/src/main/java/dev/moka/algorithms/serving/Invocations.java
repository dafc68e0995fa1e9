package dev.moka.algorithms.serving;

import dev.moka.algorithms.algorithm.AlgorithmTable;
import dev.moka.algorithms.algorithm.JobError;
import dev.moka.algorithms.algorithm.JobLog;
import dev.moka.algorithms.algorithm.Model;
import dev.moka.algorithms.algorithm.Predictions;
import dev.moka.protocol.container.BatchVariables;
import dev.moka.protocol.container.Serving;
import java.util.Locale;
import java.util.Map;

/// The answer to `/invocations`: rows in, predictions out, AWS's statuses for what is wrong with
/// either.
record Invocations(
        AlgorithmTable table, Model model, boolean batch, String defaultAccept, JobLog log) {

    static Invocations of(
            AlgorithmTable table, Model model, Map<String, String> environment, JobLog log) {
        return new Invocations(
                table,
                model,
                BatchVariables.isBatch(environment),
                environment.getOrDefault(
                        Serving.DEFAULT_ACCEPT_VARIABLE, table.responseTypes().getFirst()),
                log);
    }

    HttpResponse answer(HttpRequest request) {
        if (request.body().length == 0) {
            return new HttpResponse(HttpResponse.NO_CONTENT, "", new byte[0]);
        }
        try {
            String type = request.header("content-type").orElse("");
            RequestRows rows = RequestRows.read(table, type, request.body());
            Predictions predictions = model.predict(rows.rows(), rows.format());
            String accept = accept(request.header("accept").orElse(""));
            return new HttpResponse(
                    HttpResponse.OK, accept, Replies.encode(predictions, accept, batch));
        } catch (HttpException e) {
            log.error(String.valueOf(e.getMessage()));
            return e.response();
        } catch (JobError.Client e) {
            log.error(String.valueOf(e.getMessage()));
            return HttpResponse.text(
                    HttpResponse.BAD_REQUEST,
                    "Unable to evaluate payload provided: " + e.getMessage());
        } catch (RuntimeException e) {
            log.error("An invocation failed: " + e);
            return HttpResponse.text(HttpResponse.SERVER_ERROR, String.valueOf(e.getMessage()));
        }
    }

    /// The first type that the client takes and we have; `*/*` is the default.
    private String accept(String header) {
        if (header.isBlank()) {
            return defaultAccept;
        }
        for (String one : header.split(",", -1)) {
            String type = one.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            if (type.equals("*/*")) {
                return defaultAccept;
            }
            if (table.responseTypes().contains(type)) {
                return type;
            }
        }
        throw new HttpException(
                HttpResponse.NOT_ACCEPTABLE,
                "Accept type %s is not supported. Please use supported accept types: ['%s']."
                        .formatted(header, String.join("', '", table.responseTypes())));
    }
}
