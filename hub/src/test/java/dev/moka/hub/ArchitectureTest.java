package dev.moka.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String[] FEATURES = {
        "..hub.identity..",
        "..hub.catalog..",
        "..hub.notebook..",
        "..hub.host..",
        "..hub.metering..",
        "..hub.workload..",
        "..hub.training..",
        "..hub.account..",
        "..hub.objects..",
        "..hub.logs..",
        "..hub.tagging..",
        "..hub.changes..",
        "..hub.errors.."
    };
    private static final String[] EDGES = {
        "..hub.web..",
        "..hub.api..",
        "..hub.jupyter..",
        "..hub.console..",
        "..hub.aws..",
        "..hub.sagemaker..",
        "..hub.s3..",
        "..hub.sts..",
        "..hub.iam..",
        "..hub.cloudwatchlogs.."
    };
    private static final String[] ADAPTERS = {
        "..hub.database..", "..hub.runtime..", "..hub.sandbox.."
    };

    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.moka.hub");

    @Test
    void noPackageIsInACycle() {
        slices().matching("dev.moka.hub.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void featuresKnowNeitherEdgesNorAdapters() {
        noClasses()
                .that()
                .resideInAnyPackage(FEATURES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EDGES)
                .check(classes);
        noClasses()
                .that()
                .resideInAnyPackage(FEATURES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ADAPTERS)
                .check(classes);
    }

    @Test
    void onlyTheCompositionRootSeesAdapters() {
        classes()
                .that()
                .resideInAnyPackage(ADAPTERS)
                .should()
                .onlyBeAccessed()
                .byClassesThat(
                        DescribedPredicate.describe(
                                "are the same adapter or put the hub together",
                                caller ->
                                        caller.getPackageName().startsWith("dev.moka.hub.database")
                                                || caller.getPackageName()
                                                        .startsWith("dev.moka.hub.runtime")
                                                || caller.getPackageName()
                                                        .startsWith("dev.moka.hub.sandbox")
                                                || caller.getName()
                                                        .matches(
                                                                "dev\\.moka\\.hub\\.Hub(Main|Training)?(\\$.*)?")))
                .check(classes);
    }

    @Test
    void anAdapterDoesNotKnowAnother() {
        for (String one : ADAPTERS) {
            for (String other : ADAPTERS) {
                if (!one.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage(one)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(other)
                            .check(classes);
                }
            }
        }
    }
}
