package dev.moka.lab;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.moka.lab");

    @Test
    void noPackageIsInACycle() {
        slices().matching("dev.moka.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void onlyTheEdgeKnowsTheWebServer() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages("dev.moka.lab", "dev.moka.lab.web", "dev.moka.lab.site")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.javalin..")
                .check(classes);
    }
}
