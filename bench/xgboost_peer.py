"""What Moka's XGBoost is measured against: Python's xgboost as a training script, a prediction script, and a WSGI application."""
import json
import os
import sys

import numpy as np
import pandas
import xgboost


def train(base):
    with open(os.path.join(base, "input", "config", "hyperparameters.json")) as file:
        settings = json.load(file)
    rounds = int(settings.pop("num_round"))
    sets = []
    for channel in ("train", "validation"):
        data = pandas.read_csv(os.path.join(base, "input", "data", channel, "data.csv"), header=None, dtype="float32").to_numpy()
        sets.append((xgboost.DMatrix(data[:, 1:], label=data[:, 0]), channel))
    booster = xgboost.train(settings, sets[0][0], rounds, evals=sets, verbose_eval=True)
    booster.save_model(os.path.join(base, "peer-model.ubj"))


def predict(base, path):
    """AWS's container parses a payload with the csv module's rules into numpy; pandas is the faster choice."""
    booster = xgboost.Booster(model_file=os.path.join(base, "peer-model.ubj"))
    with open(path + ".peer", "w") as out:
        for chunk in pandas.read_csv(path, header=None, dtype="float32", chunksize=20_000):
            scores = booster.predict(xgboost.DMatrix(chunk.to_numpy()))
            out.write("\n".join(map(str, scores.tolist())) + "\n")


def application(model):
    """Parses and replies as AWS's container does (its encoder.csv_to_dmatrix), on Flask as there."""
    import flask
    app = flask.Flask(__name__)
    booster = xgboost.Booster(model_file=model)
    booster.set_param("nthread", 1)

    @app.post("/invocations")
    def invocations():
        rows = flask.request.data.strip().decode().split("\n")
        values = np.array([["nan" if field == "" else field for field in row.split(",")] for row in rows]).astype(float)
        scores = booster.predict(xgboost.DMatrix(values), validate_features=False).tolist()
        return flask.Response("\n".join(map(str, scores)) + "\n", mimetype="text/csv")

    return app


if __name__ == "__main__":
    {"train": train, "predict": predict}[sys.argv[1]](*sys.argv[2:])
